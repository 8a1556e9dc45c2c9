/**
 * Words that portals of acquirers and banks print for everybody, and that say nothing of a merchant: only these are kept from running text and cells.
 * A word that is missing here comes out as a pseudonym, which costs a look at the page; a word too many would cost a merchant's secret.
 */
const CHINESE = `
日期 时间 交易 金额 手续费 服务费 流量费 流量卡费 通讯费 通信费 费率 扣率 费用 费 率 名称 商户 商家 门店 分店 简称 终端 终端号 流水 流水号 订单 订单号 单号 参考号 批次 批次号 凭证 凭证号 授权 授权码 序号 编号 编码 代码 号码 号
卡号 卡类型 卡种 卡类别 银行卡 发卡行 发卡 开户行 账户 账号 户名 帐户 帐号 结算 清算 清分 划款 划账 到账 入账 出账 记账 收款 付款 支付 退款 退货 撤销 冲正 冲销 撤单 调账 调整 差错 补款 补扣 追偿 拒付 退单 调单 争议
消费 预授权 预授权完成 完成 扫码 刷卡 主扫 被扫 条码 二维码 付款码 收单 收银 提现 转账 充值 代付 代扣 代收 分账 分润 佣金 押金 保证金 预留金 准备金 冻结 解冻 止付 释放 返还 退还 退回 欠费 欠款 待缴 应缴 应付 应收 已缴 未缴 缴费 缴纳 补缴 扣费 扣款 收费 收取
年费 月费 月租 租金 会员费 管理费 短信费 激活费 休眠费 技术费 垫资费 秒到费 秒到 附加费 营销 优惠 红包 立减 代金券 补贴 奖励 返现 返佣 抹零 小费 违约金 滞纳金 罚款
余额 结余 可用 可提现 账面 期初 期末 本期 上期 承前 结转 净额 毛额 本金 实收 实付 应结 应结算 原 总额 总计 合计 小计 共计 累计 汇总 页小计 本页 合 计 总 收入 支出 收支 收 支 借 贷 借方 贷方 借记卡 贷记卡 借记 贷记 信用卡 储蓄卡 准贷记卡 外卡 境外 境内 国际 内卡
发生额 记账类型 类型 类别 种类 业务 产品 项目 方式 渠道 平台 通道 方向 标志 标识 状态 结果 备注 附言 摘要 用途 说明 描述 详情 明细 列表 记录 报表 账单 对账 对账单 回单 发票 统计 分析 币种 货币 人民币 美元 港币 欧元 日元 单位 元 分 角 万元 万 笔 条 页 行 项 个 天 日 月 年 周 时 次 户 台 张 份 名
成功 失败 处理中 待处理 待结算 未结算 已结算 待清算 已清算 已到账 未到账 待支付 已支付 未支付 已退款 部分退款 全额退款 已撤销 已冲正 已关闭 关闭 已完成 未完成 进行中 审核中 已审核 审核 受理 已受理 待审核 通过 驳回 拒绝 取消 已取消 作废 有效 无效 正常 异常 超时 未知 等待 排队 在途 交易成功 交易失败 等待确认收货
微信 微信支付 支付宝 云闪付 银联 银联商务 拉卡拉 收钱吧 数字人民币 数币 花呗 零钱 余额宝 银行 中国银行 工商银行 农业银行 建设银行 交通银行 招商银行 邮储银行 网联 京东 美团 抖音 翼支付 聚合 聚合支付 扫码支付 刷脸 在线支付 快捷支付 网关 网银 小程序 公众号 企业付款 付款到零钱 自动 手动 人工 系统 线上 线下 普通 实时 隔日 次日 当日 当天 昨日 今日 本日 本周 本月 上月 上周 近 最近 历史 全部 其他 其它 无 是 否 男 女
查询 搜索 检索 重置 清空 筛选 高级 条件 导出 下载 打印 上传 导入 刷新 返回 首页 主页 末页 尾页 上一页 下一页 上页 下页 前一页 后一页 跳转 跳至 前往 到 第 共 每页 显示 条每页 当前 更多 加载 加载更多 加载中 载入中 正在 请稍候 请稍后 努力 数据 暂无 暂无数据 没有 未查询到 查无 无数据 无记录 找到 查到 查询到 符合 匹配 相关 任何 结果集 设置 列 列设置 排序 升序 降序 展开 收起 折叠 选择 请选择 全选 反选 已选 操作 查看 编辑 修改 删除 新增 添加 保存 确定 确认 提交 申请 同意 复制 申诉 帮助 客服 反馈 意见 消息 通知 公告 提示 温馨提示 注意 注 须知 关于 版权 所有 版本 隐私 政策 协议 条款
登录 登陆 登 录 请登录 请先登录 重新登录 登录超时 退出 退出登录 注销 注册 用户 用户名 密码 忘记密码 验证码 短信验证码 扫码登录 会话 过期 失效 已过期 已失效 尚未 身份 认证 验证 安全 账户安全 欢迎 欢迎您 欢迎使用 您好 你好 尊敬的 维护 维护中 升级 系统维护 暂停 暂停服务 恢复 服务 期间 例行 进行 请求 过于频繁 频繁 频率 过高 超限 次数 限制 访问 稍后 再试 网络 错误 出错 繁忙 请 重新 刷新 重试
切换 新版 旧版 您的 我们 点击 此处 这里 详见 可用于 金额为 筆 條 件 資料 查無 無資料 總筆數 時間 日期 類型 類別 金額 手續費 餘額 結算 撥款 狀態 成功 失敗 處理中 退貨 今天 昨天 明天 工作日 法定节假日 预计 实际 同步 异步 表中 为空 无数据显示 读取中 数据中 服务平台 商户服务 商家中心 项结果 根据 输入 输入条件 打开 扫一扫 凌晨 上午 下午 抱歉 很抱歉 您没有 没有权限 无权 空 逾期 总共 共有 总数 总条数 总笔数 总记录数 显示 尚未 快捷 条数 笔数 页数 记录数 金额合计 打款 出款 入金 出金 存入 支取 转入 转出 存款 贷款 还款 利息 税 税费 扣率 服务商 承接 上限 下限 封顶 最低 最高 起 免 免费 现金 积分 卡券 券 储值 定金 订金 尾款 货款 货到付款 预付 预存 押 已释放 可释放 未释放 应补 未补 待扣 逾期费 催缴 提醒 停机 停用 启用 状态码 应答码 响应码 签约 解约 绑定 解绑 开通 关停 注销中 管理 中心 我的 个人 企业 信息 资料 基本 账务 财务 资金 资产 营业 经营 商户号 商户编号 商户名称 终端编号 设备 机具 机身号 应用 工作台 概览 总览 首 页面 菜单 导航 功能 模块 开始 结束 起始 截止 起止 自定义 范围 从 至 到期 到期日 期限 周期 账期 生效 失效日期 创建 更新 完成时间 支付时间 对方 己方 本方 付款方 收款方 付款人 收款人 持卡人 姓名 名字 联系人 手机 手机号 电话 联系电话 身份证 证件 证件号 地址 邮箱 部门 角色 权限 管理员 操作员 店长 法人 客户 会员 供应商 城市 省 市 区 省份 地区 机构 行业 学生 老师 学校 日程 计划 表 表格 图 图表 标题 内容 正文 附件 文件 链接 图片 标签 分类 等级 级别 数量 单价 价格 库存 重量 尺寸 颜色 规格 型号 品牌 品名 商品 货物 采购 销售 出库 入库 审批 任务 进度 优先级 负责人 创建人 创建时间 更新时间 最后 最近更新
的 了 为 及 与 和 或 在 由 您 已 未 可 不 有 无 各 按 等 其 将 被 对 以 后 前 内 外 每 应 若 则 且 但 含 不含 包含 收 付 扣 充 转 存 取 查 款 额 卡 账 比例
`;

const LATIN = `
date time day month year week from to of and or the a an in on at by for is are was be no not none null yes with your you our all any this that it as per page pages next previous prev first last row rows record records entries entry results result items item showing show shows shown total totals subtotal sum count number no. nr
transaction transactions trade trades amount amounts fee fees commission net gross balance available current opening closing running income expense debit credit card cards type types kind status state description details detail memo note notes remark remarks reference references order orders merchant terminal trace batch auth settlement settlements settled settle payout payouts refund refunds refunded storno vendita reversal reversed void chargeback chargebacks dispute disputes hold release released reserve deposit deposits withdrawal withdrawals transfer transfers top up topup adjustment adjustments correction sale sales payment payments paid unpaid purchase capture captured authorised authorized authorisation authorization pending processing completed complete success successful succeeded failed failure declined cancelled canceled expired closed open posted received
rate rates charge charges charged service monthly annual due overdue outstanding owed owing arrears statement statements report reports invoice account accounts bank currency unit name names customer counterparty payee payer method channel product products category code id search filter reset clear export download print refresh back home more load loading please wait data found matching nothing empty select choose all clear apply cancel ok confirm submit save edit view delete add new create created updated update sign log login logout signin signout in out again password username user forgot session timeout timed too many requests maintenance scheduled under unavailable temporarily system notice help contact support settings profile dashboard overview menu welcome hello hi
cny rmb usd eur hkd gbp jpy aud sgd visa mastercard master unionpay amex jcb diners alipay wechat weixin pay paypal stripe pos atm qr nfc app api jsapi native micropay mweb facepay sim vip sms pc web wap cr dr dc utc gmt am pm mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday jan feb mar apr may jun jul aug sep oct nov dec january february march april june july august september october november december
`;

const split = (list: string): string[] => list.trim().split(/\s+/);
const chinese = new Set(split(CHINESE));
const longest = Math.max(...[...chinese].map((word) => word.length));
const latin = new Set(split(LATIN));

/** Whether this Latin word says nothing of anybody. One or two letters are no name. */
export const isCommonLatin = (word: string): boolean => word.length <= 1 || latin.has(word.toLowerCase());

/** Small words of sentences, which are in nobody's name: they count wherever they stand. */
const SMALL = new Set('第到共至页条每为及与由已未的您请');

export interface Piece {
  readonly text: string;
  readonly known: boolean;
}

/**
 * A run of Chinese characters in pieces: known words, longest first, and what is between them. A known word of one character counts only by itself or
 * between known words: beside anything else it may be part of a name.
 */
export function piecesOf(run: string): Piece[] {
  const words: Piece[] = [];
  for (let at = 0; at < run.length; ) {
    let length = Math.min(longest, run.length - at);
    while (length > 0 && !chinese.has(run.slice(at, at + length))) length -= 1;
    const text = run.slice(at, at + Math.max(1, length));
    words.push({ text, known: length > 0 });
    at += text.length;
  }
  if (words.length === 1) return words;
  const sure = (at: number): boolean => {
    const word = words[at];
    return word === undefined || SMALL.has(word.text) || (word.known && word.text.length > 1);
  };
  const pieces: { text: string; known: boolean }[] = [];
  for (const [at, { text, known: listed }] of words.entries()) {
    const known = SMALL.has(text) || (listed && (text.length > 1 || (sure(at - 1) && sure(at + 1))));
    const last = pieces.at(-1);
    if (!known && last?.known === false) last.text += text;
    else pieces.push({ text, known });
  }
  return pieces;
}

/** Whether a text consists of such words only. */
export const isCommon = (text: string): boolean =>
  (text.match(/\p{Script=Han}+/gu) ?? []).every((run) => piecesOf(run).every(({ known }) => known)) &&
  (text.match(/[A-Za-z]+/g) ?? []).every(isCommonLatin);
